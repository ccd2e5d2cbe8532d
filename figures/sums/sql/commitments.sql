-- The agreed points of rounds with a known day: how many come to a kind and to a state, and leave it, by day.
-- A state seen on a later day than the signing was not known until then.
WITH point AS (
    SELECT CASE WHEN commitment.kind = '' THEN 'unknown' ELSE commitment.kind END AS kind,
           CASE WHEN commitment.state = '' THEN 'unknown' ELSE commitment.state END AS state,
           round.signed_on,
           CASE WHEN commitment.state_on > round.signed_on THEN commitment.state_on ELSE round.signed_on END AS seen_on
    FROM agreements_commitment commitment
    JOIN agreements_signinground round ON round.id = commitment.round_id
    WHERE round.status = 'published' AND round.signed_on IS NOT NULL
), counted AS (
    SELECT 'kind ' || kind AS part, signed_on AS day, 1 AS change FROM point
    UNION ALL
    SELECT 'state ' || state, seen_on, 1 FROM point
    UNION ALL
    SELECT 'state unknown', signed_on, 1 FROM point WHERE seen_on > signed_on
    UNION ALL
    SELECT 'state unknown', seen_on, -1 FROM point WHERE seen_on > signed_on
)
SELECT part, day, CAST(SUM(change) AS INTEGER) FROM counted GROUP BY part, day
