-- By what a message came: the receipts of those in files go back in files.
ALTER TABLE inbox_message ADD COLUMN door text NOT NULL DEFAULT 'node' CHECK (door IN ('node', 'file'));
ALTER TABLE inbox_message ALTER COLUMN door DROP DEFAULT;
