-- Two records are also compared by what happened, when and where. The place is a column of its own, so that whoever
-- matches sees that one of the stated columns and no other.
ALTER TABLE record_version ADD COLUMN place text GENERATED ALWAYS AS (nullif(stated ->> 'place', '')) STORED;

GRANT SELECT (event, date_from, date_to, place) ON record_version TO pm_match;

-- What was measured by the start model of before is measured anew; a model that was learned before knows of neither. An empty
-- batch stands for every record.
INSERT INTO match_queue (records)
SELECT '{}' WHERE EXISTS (SELECT FROM record WHERE version IS NOT NULL)
  AND coalesce((SELECT version FROM model_approval ORDER BY number DESC LIMIT 1), '') !~ '^m-';
