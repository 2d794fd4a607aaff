-- The desk of an agency moves, and gets another number: whoever asks must not ask nobody.
GRANT UPDATE (desk) ON agency TO pm_serve;
