-- Text of law by ground, from which the justification of a request is proposed; of an identifier the last number counts.
CREATE SEQUENCE law_text_number AS int8;
CREATE TABLE law_text (
  id uuid NOT NULL,
  number int8 NOT NULL DEFAULT nextval('law_text_number'),
  -- Null: of the state, for every agency.
  agency_id uuid REFERENCES agency (id),
  ground text NOT NULL,
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  provision text NOT NULL,
  valid_from date,
  valid_to date CHECK (valid_to >= valid_from),
  removed boolean NOT NULL,
  saved_by uuid NOT NULL REFERENCES account (id),
  saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (id, number)
);

GRANT SELECT ON law_text TO pm_serve, pm_backup;
GRANT SELECT ON SEQUENCE law_text_number TO pm_backup;
GRANT USAGE ON SEQUENCE law_text_number TO pm_serve;
GRANT INSERT (id, agency_id, ground, language, provision, valid_from, valid_to, removed, saved_by) ON law_text TO pm_serve;
