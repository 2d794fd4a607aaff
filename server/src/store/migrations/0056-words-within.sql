-- Finding a thing by the beginning of a word in the middle of a value, as a name of three words has one. The columns follow the
-- value, and what has no word between its first and its last has nothing in them and in no index of theirs.
ALTER TABLE thing_value
  ADD COLUMN second_word text COLLATE "C" GENERATED ALWAYS AS (
    CASE WHEN split_part(regexp_replace(btrim(left(value, 500)), '\s+', ' ', 'g'), ' ', 3) <> ''
      THEN lower(left(split_part(regexp_replace(btrim(left(value, 500)), '\s+', ' ', 'g'), ' ', 2), 60)) END
  ) STORED,
  ADD COLUMN third_word text COLLATE "C" GENERATED ALWAYS AS (
    CASE WHEN split_part(regexp_replace(btrim(left(value, 500)), '\s+', ' ', 'g'), ' ', 4) <> ''
      THEN lower(left(split_part(regexp_replace(btrim(left(value, 500)), '\s+', ' ', 'g'), ' ', 3), 60)) END
  ) STORED,
  ADD COLUMN fourth_word text COLLATE "C" GENERATED ALWAYS AS (
    CASE WHEN split_part(regexp_replace(btrim(left(value, 500)), '\s+', ' ', 'g'), ' ', 5) <> ''
      THEN lower(left(split_part(regexp_replace(btrim(left(value, 500)), '\s+', ' ', 'g'), ' ', 4), 60)) END
  ) STORED,
  ADD COLUMN fifth_word text COLLATE "C" GENERATED ALWAYS AS (
    CASE WHEN split_part(regexp_replace(btrim(left(value, 500)), '\s+', ' ', 'g'), ' ', 6) <> ''
      THEN lower(left(split_part(regexp_replace(btrim(left(value, 500)), '\s+', ' ', 'g'), ' ', 5), 60)) END
  ) STORED;
CREATE INDEX thing_value_second_word ON thing_value (vis, second_word)
  WHERE second_word IS NOT NULL AND withdrawn_at IS NULL AND field <> 'note';
CREATE INDEX thing_value_third_word ON thing_value (vis, third_word)
  WHERE third_word IS NOT NULL AND withdrawn_at IS NULL AND field <> 'note';
CREATE INDEX thing_value_fourth_word ON thing_value (vis, fourth_word)
  WHERE fourth_word IS NOT NULL AND withdrawn_at IS NULL AND field <> 'note';
CREATE INDEX thing_value_fifth_word ON thing_value (vis, fifth_word)
  WHERE fifth_word IS NOT NULL AND withdrawn_at IS NULL AND field <> 'note';
