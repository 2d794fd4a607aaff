-- Finding a thing by the beginning of a value or of its last word, so that no search reads all values. The columns follow the
-- value: what is erased begins with nothing. Compared byte by byte, since only such comparisons may use an index under
-- row-level security in every locale.
ALTER TABLE thing_value
  ADD COLUMN begins text COLLATE "C" GENERATED ALWAYS AS (lower(left(value, 60))) STORED,
  ADD COLUMN last_word text COLLATE "C"
    GENERATED ALWAYS AS (lower(left(reverse(split_part(reverse(rtrim(value)), ' ', 1)), 60))) STORED;
CREATE INDEX thing_value_begins ON thing_value (begins) WHERE withdrawn_at IS NULL AND field <> 'note';
CREATE INDEX thing_value_last_word ON thing_value (last_word) WHERE withdrawn_at IS NULL AND field <> 'note';
