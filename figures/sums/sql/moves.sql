-- After moved.sql or stood.sql: whose openings (+1) and closings (-1) move the total between two days.
SELECT day, company_id, change FROM moved WHERE change <> 0 AND day > %s AND day <= %s
