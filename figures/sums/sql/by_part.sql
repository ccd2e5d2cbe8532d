-- After by_kind.sql or by_district.sql: how many companies come to a part and leave it, by part and day.
-- A company belongs to the one part that its open places name, to `several`, or to `unknown` where they name none.
-- Parts are numbered, so that the sum of the numbers of its parts names the part of a company that has but one.
, numbered AS (
    SELECT part, ROW_NUMBER() OVER (ORDER BY part) AS number FROM (SELECT DISTINCT part FROM named) parts
), stepped AS (
    SELECT company_id, part, day, SUM(step) AS step
    FROM (
        SELECT company_id, part, opens AS day, 1 AS step FROM named WHERE closes IS NULL OR closes > opens
        UNION ALL
        SELECT company_id, part, closes, -1 FROM named WHERE closes > opens
    ) steps
    GROUP BY company_id, part, day
), open_in_part AS (
    SELECT company_id, part, day, step, SUM(step) OVER (PARTITION BY company_id, part ORDER BY day) AS places
    FROM stepped
), turned AS (
    SELECT company_id, part, day,
           CASE WHEN places > 0 AND places - step = 0 THEN 1
                WHEN places = 0 AND places - step > 0 THEN -1 ELSE 0 END AS change
    FROM open_in_part
), together AS (
    SELECT company_id, day, SUM(stands) AS stands, SUM(parts) AS parts, SUM(numbers) AS numbers
    FROM (
        SELECT company_id, day, change AS stands, 0 AS parts, 0 AS numbers FROM moved
        UNION ALL
        SELECT company_id, day, 0, change, change * number FROM turned JOIN numbered ON numbered.part = turned.part
    ) changes
    GROUP BY company_id, day
), state AS (
    SELECT company_id, day,
           SUM(stands) OVER (PARTITION BY company_id ORDER BY day) AS stands,
           SUM(parts) OVER (PARTITION BY company_id ORDER BY day) AS parts,
           SUM(numbers) OVER (PARTITION BY company_id ORDER BY day) AS numbers
    FROM together
), belonging AS (
    SELECT company_id, day,
           CASE WHEN stands = 0 THEN NULL WHEN parts = 0 THEN 'unknown'
                WHEN parts = 1 THEN numbered.part ELSE 'several' END AS part
    FROM state
    LEFT JOIN numbered ON numbered.number = state.numbers
), compared AS (
    SELECT day, part, LAG(part) OVER (PARTITION BY company_id ORDER BY day) AS former FROM belonging
)
SELECT part, day, CAST(SUM(step) AS INTEGER)
FROM (
    SELECT part, day, 1 AS step FROM compared WHERE part IS NOT NULL
    UNION ALL
    SELECT former, day, -1 FROM compared WHERE former IS NOT NULL
) steps
GROUP BY part, day
