-- `moved`: by company and day, +1 when its first open place counts, -1 when its last one closes.
-- A place counts from opened_on, else confirmed_on, but not before the company's first agreement;
-- until closed_on, else closing_reported_on.
-- `began`: by company, the day of its first opening on a day known, but not before it signed.
WITH signed AS (
    SELECT agreement.company_id, MIN(round.signed_on) AS day
    FROM agreements_agreement agreement
    JOIN agreements_signinground round ON round.id = agreement.round_id
    WHERE round.status = 'published' AND round.signed_on IS NOT NULL
    GROUP BY agreement.company_id
), evident AS (
    SELECT company_id, kind, district_id,
           COALESCE(opened_on, confirmed_on) AS opens,
           COALESCE(closed_on, closing_reported_on) AS closes
    FROM companies_establishment
    WHERE opened_on IS NOT NULL OR confirmed_on IS NOT NULL
), place AS (
    SELECT evident.company_id, evident.kind, district_id, closes,
           CASE WHEN opens > signed.day THEN opens ELSE signed.day END AS opens
    FROM evident
    JOIN signed ON signed.company_id = evident.company_id
    JOIN companies_company company ON company.id = evident.company_id AND company.status = 'published'
), event AS (
    SELECT company_id, opens AS day, 1 AS step FROM place WHERE closes IS NULL OR closes > opens
    UNION ALL
    SELECT company_id, closes, -1 FROM place WHERE closes > opens
), daily AS (
    SELECT company_id, day, SUM(step) AS step FROM event GROUP BY company_id, day
), running AS (
    SELECT company_id, day, step, SUM(step) OVER (PARTITION BY company_id ORDER BY day) AS places FROM daily
), moved AS (
    SELECT company_id, day,
           CASE WHEN places > 0 AND places - step = 0 THEN 1
                WHEN places = 0 AND places - step > 0 THEN -1 ELSE 0 END AS change
    FROM running
), published AS (
    SELECT signed.company_id, signed.day, company.field_id
    FROM signed
    JOIN companies_company company ON company.id = signed.company_id AND company.status = 'published'
), opening AS (
    SELECT published.company_id, published.day AS signed_on, MIN(place.opened_on) AS opened_on
    FROM published
    JOIN companies_establishment place ON place.company_id = published.company_id AND place.opened_on IS NOT NULL
    GROUP BY published.company_id, published.day
), began AS (
    SELECT company_id, CASE WHEN opened_on > signed_on THEN opened_on ELSE signed_on END AS day FROM opening
)
