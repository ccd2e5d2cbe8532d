-- After stood.sql: `named`, the places that say of which kind they are.
, named AS (
    SELECT company_id, opens, closes, kind AS part FROM place WHERE kind > ''
)
