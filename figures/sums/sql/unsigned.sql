-- After stood.sql: how many companies begin and cease to have an open place that takes no part, by day: all that have
-- an open place, whether or not they signed, less those of `moved`.
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
    SELECT company_id, day, step, SUM(step) OVER (PARTITION BY company_id ORDER BY day) AS places FROM any_daily
)
SELECT 'places_without_agreement', day, CAST(SUM(change) AS INTEGER)
FROM (
    SELECT day, CASE WHEN places > 0 AND places - step = 0 THEN 1
                     WHEN places = 0 AND places - step > 0 THEN -1 ELSE 0 END AS change
    FROM any_running
    UNION ALL
    SELECT day, -change FROM moved
) changes
GROUP BY day
