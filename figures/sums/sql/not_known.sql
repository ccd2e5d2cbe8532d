-- After stood.sql: the companies of which something is not known, by the day of their first agreement.
SELECT 'companies_without_field', signed.day, CAST(COUNT(*) AS INTEGER)
FROM signed
JOIN companies_company company ON company.id = signed.company_id
WHERE company.status = 'published' AND company.field_id IS NULL
GROUP BY signed.day
UNION ALL
SELECT 'companies_without_representative', signed.day, CAST(COUNT(*) AS INTEGER)
FROM signed
JOIN companies_company company ON company.id = signed.company_id
LEFT JOIN companies_representative head ON head.company_id = company.id
WHERE company.status = 'published' AND head.id IS NULL
GROUP BY signed.day
