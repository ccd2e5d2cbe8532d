-- After stood.sql: `named`, the places that say in which district they are.
, named AS (
    SELECT company_id, opens, closes, district.code AS part
    FROM place
    JOIN companies_district district ON district.id = place.district_id
    WHERE district.code > ''
)
