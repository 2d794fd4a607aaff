-- After a partner's restore a person decides to witness its ledger from where it now stands. What was held stays as a refusal.
GRANT DELETE ON witnessed_checkpoint, witnessed_ledger TO pm_serve;
