-- Why somebody was let out of a case: a code from a list, which every reader sees in their own language, or words as they
-- were typed, or both. Words alone were kept until now, and those that a screen had put there were of one language.
ALTER TABLE compartment_member
  ADD COLUMN leaving text
    CHECK (leaving IN ('part_done', 'other_duties', 'left_service', 'conflict_of_interest', 'by_mistake')),
  DROP CONSTRAINT compartment_member_why_check,
  ADD CONSTRAINT compartment_member_why_check CHECK (length(why) <= 500 AND (why <> '' OR leaving IS NOT NULL)),
  ADD CONSTRAINT compartment_member_leaving_ends CHECK (leaving IS NULL OR part = 'none');
