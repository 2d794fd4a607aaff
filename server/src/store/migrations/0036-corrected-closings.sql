-- How a closed trace was closed may be corrected without closing it again: the closing that it corrects.
ALTER TABLE trace_closing ADD COLUMN corrects int4;
GRANT INSERT (corrects) ON trace_closing TO pm_serve;
