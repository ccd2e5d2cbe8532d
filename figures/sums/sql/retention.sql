-- After stood.sql: by the year in which companies began to count as opened, how many `opened` and how many are `there`,
-- and how many signed at all. A company counts from its first opening on a day known, but not before it signed.
, began AS (
    SELECT opened.company_id,
           CASE WHEN MIN(opened.opened_on) > signed.day THEN MIN(opened.opened_on) ELSE signed.day END AS day
    FROM companies_establishment opened
    JOIN signed ON signed.company_id = opened.company_id
    JOIN companies_company company ON company.id = opened.company_id AND company.status = 'published'
    WHERE opened.opened_on IS NOT NULL
    GROUP BY opened.company_id, signed.day
), counted AS (
    SELECT 'opened ' || SUBSTR(CAST(day AS TEXT), 1, 4) AS part, day, 1 AS change FROM began
    UNION ALL
    SELECT 'there ' || SUBSTR(CAST(began.day AS TEXT), 1, 4),
           CASE WHEN moved.day > began.day THEN moved.day ELSE began.day END,
           moved.change
    FROM moved
    JOIN began ON began.company_id = moved.company_id
    UNION ALL
    SELECT 'signed', signed.day, 1
    FROM signed
    JOIN companies_company company ON company.id = signed.company_id AND company.status = 'published'
)
SELECT part, day, CAST(SUM(change) AS INTEGER) FROM counted GROUP BY part, day
