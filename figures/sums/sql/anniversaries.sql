-- After stood.sql: what is looked at on an anniversary of each company, as (name, part, day, change); by year, all and
-- those of which it is true. Days are compared as text, in which both databases count years alike; the anniversary of
-- 29 February is 28 February.
-- retention_12_months, retention_24_months: of those that `began`, by the year of that, those `there` so long after;
-- opened_within_12_months: of those that signed, by the year of that, those that had `opened` a year later.
, after AS (
    SELECT 'retention_12_months' AS name, 1 AS years UNION ALL SELECT 'retention_24_months', 2
), anniversary AS (
    SELECT after.name, began.company_id, SUBSTR(CAST(began.day AS TEXT), 1, 4) AS year,
           SUBSTR(CAST(CAST(SUBSTR(CAST(began.day AS TEXT), 1, 4) AS INTEGER) + 10000 + after.years AS TEXT), 2)
           || REPLACE(SUBSTR(CAST(began.day AS TEXT), 5), '-02-29', '-02-28') AS day
    FROM began CROSS JOIN after
), year_after_signing AS (
    SELECT company_id, SUBSTR(CAST(day AS TEXT), 1, 4) AS year,
           SUBSTR(CAST(CAST(SUBSTR(CAST(day AS TEXT), 1, 4) AS INTEGER) + 10001 AS TEXT), 2)
           || REPLACE(SUBSTR(CAST(day AS TEXT), 5), '-02-29', '-02-28') AS day
    FROM published
), counted AS (
    SELECT name, 'all ' || year AS part, day, 1 AS change FROM anniversary
    UNION ALL
    SELECT anniversary.name, 'there ' || year, anniversary.day, moved.change
    FROM anniversary
    JOIN moved ON moved.company_id = anniversary.company_id AND CAST(moved.day AS TEXT) <= anniversary.day
    UNION ALL
    SELECT 'opened_within_12_months', 'all ' || year, day, 1 FROM year_after_signing
    UNION ALL
    SELECT 'opened_within_12_months', 'opened ' || year, year_after_signing.day, 1
    FROM year_after_signing
    JOIN opening ON opening.company_id = year_after_signing.company_id
    WHERE CAST(opening.opened_on AS TEXT) <= year_after_signing.day
)
SELECT name, part, day, CAST(SUM(change) AS INTEGER) FROM counted GROUP BY name, part, day
