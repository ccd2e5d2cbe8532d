-- After stood.sql: how many companies that signed on a day first opened on another, not before it; both days known.
, opening AS (
    SELECT opened.company_id, signed.day AS signed_on, MIN(opened.opened_on) AS opened_on
    FROM companies_establishment opened
    JOIN signed ON signed.company_id = opened.company_id
    JOIN companies_company company ON company.id = opened.company_id AND company.status = 'published'
    WHERE opened.opened_on IS NOT NULL
    GROUP BY opened.company_id, signed.day
)
SELECT signed_on, opened_on, COUNT(*) FROM opening WHERE opened_on >= signed_on GROUP BY signed_on, opened_on
