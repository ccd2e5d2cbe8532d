-- `moved`: after each established point (base), until the next, by how much a company moves the total on a day.
-- +1 for a company with no open place on the base's day and one that opened, on a day known, since;
-- -1 for a company with an open place on the base's day and none left, all having closed on days known.
-- A place only confirmed never adds (it may be in the base already), and a closing only reported never takes away.
WITH base AS (
    SELECT DISTINCT statement.as_of AS day
    FROM agreements_statementfigure figure
    JOIN agreements_statement statement ON statement.id = figure.statement_id
    WHERE figure.measure = 'established' AND figure.certainty IN ('exact', 'derived')
      AND statement.status = 'published' AND statement.as_of IS NOT NULL
), signed AS (
    SELECT agreement.company_id, MIN(round.signed_on) AS day
    FROM agreements_agreement agreement
    JOIN agreements_signinground round ON round.id = agreement.round_id
    WHERE round.status = 'published' AND round.signed_on IS NOT NULL
    GROUP BY agreement.company_id
), place AS (
    SELECT evident.company_id, closed_on,
           CASE WHEN opened_on IS NULL THEN 0 ELSE 1 END AS known,
           CASE WHEN COALESCE(opened_on, confirmed_on) > signed.day
                THEN COALESCE(opened_on, confirmed_on) ELSE signed.day END AS opens
    FROM companies_establishment evident
    JOIN signed ON signed.company_id = evident.company_id
    JOIN companies_company company ON company.id = evident.company_id AND company.status = 'published'
    WHERE opened_on IS NOT NULL OR confirmed_on IS NOT NULL
), event AS (
    SELECT company_id, opens AS day, known AS known_step, 1 AS step
    FROM place WHERE closed_on IS NULL OR closed_on > opens
    UNION ALL
    SELECT company_id, closed_on, -known, -1 FROM place WHERE closed_on > opens
), daily AS (
    SELECT company_id, day, SUM(known_step) AS known_step, SUM(step) AS step FROM event GROUP BY company_id, day
), based AS (
    -- The latest base before each day: of one day, its events come before its base.
    SELECT day, is_base,
           MAX(CASE WHEN is_base = 1 THEN day END) OVER (ORDER BY day, is_base ROWS UNBOUNDED PRECEDING) AS base
    FROM (SELECT DISTINCT day, 0 AS is_base FROM daily UNION ALL SELECT day, 1 FROM base) days
), running AS (
    SELECT company_id, daily.day, step, base,
           SUM(known_step) OVER (PARTITION BY company_id ORDER BY daily.day) AS known_places,
           SUM(step) OVER (PARTITION BY company_id ORDER BY daily.day) AS places
    FROM daily
    JOIN based ON based.day = daily.day AND is_base = 0
), compared AS (
    SELECT company_id, base, day, known_places, places,
           FIRST_VALUE(places - step) OVER (PARTITION BY company_id, base ORDER BY day) AS places_at_base
    FROM running WHERE base IS NOT NULL
), difference AS (
    SELECT company_id, base, day,
           CASE WHEN places_at_base = 0 AND known_places > 0 THEN 1
                WHEN places_at_base > 0 AND places = 0 THEN -1 ELSE 0 END AS since_base
    FROM compared
), moved AS (
    SELECT company_id, base, day,
           since_base - LAG(since_base, 1, 0) OVER (PARTITION BY company_id, base ORDER BY day) AS change
    FROM difference
)
