-- After stood.sql: what is counted of companies one by one, by day, as (name, part, day, change):
-- not_known: those that signed and of which something is not known, from the day they signed;
-- unsigned: those with an open place that takes no part: all with an open place, less those of `moved`;
-- retention: those that `signed`; of those that `began`, by the year of that, all and those `there`;
-- days_to_opening: those that opened on a day known and not before they signed; the part is the day they signed.
, any_event AS (
    SELECT evident.company_id, opens AS day, 1 AS step
    FROM evident
    JOIN companies_company company ON company.id = evident.company_id AND company.status = 'published'
    WHERE closes IS NULL OR closes > opens
    UNION ALL
    SELECT evident.company_id, closes, -1
    FROM evident
    JOIN companies_company company ON company.id = evident.company_id AND company.status = 'published'
    WHERE closes > opens
), any_daily AS (
    SELECT company_id, day, SUM(step) AS step FROM any_event GROUP BY company_id, day
), any_running AS (
    SELECT day, step, SUM(step) OVER (PARTITION BY company_id ORDER BY day) AS places FROM any_daily
), counted AS (
    SELECT 'not_known' AS name, 'companies_without_field' AS part, day, 1 AS change FROM published WHERE field_id IS NULL
    UNION ALL
    SELECT 'not_known', 'companies_without_representative', day, 1
    FROM published
    LEFT JOIN companies_representative head ON head.company_id = published.company_id
    WHERE head.id IS NULL
    UNION ALL
    SELECT 'unsigned', 'places_without_agreement', day,
           CASE WHEN places > 0 AND places - step = 0 THEN 1
                WHEN places = 0 AND places - step > 0 THEN -1 ELSE 0 END
    FROM any_running
    UNION ALL
    SELECT 'unsigned', 'places_without_agreement', day, -change FROM moved
    UNION ALL
    SELECT 'retention', 'signed', day, 1 FROM published
    UNION ALL
    SELECT 'retention', 'all ' || SUBSTR(CAST(day AS TEXT), 1, 4), day, 1 FROM began
    UNION ALL
    SELECT 'retention', 'there ' || SUBSTR(CAST(began.day AS TEXT), 1, 4),
           CASE WHEN moved.day > began.day THEN moved.day ELSE began.day END, moved.change
    FROM moved
    JOIN began ON began.company_id = moved.company_id
    UNION ALL
    SELECT 'days_to_opening', CAST(signed_on AS TEXT), opened_on, 1 FROM opening WHERE opened_on >= signed_on
)
SELECT name, part, day, CAST(SUM(change) AS INTEGER) FROM counted GROUP BY name, part, day
