-- How each table is laid on a PostgreSQL distributed by Citus. The embedded and the single server ignore this file; a
-- test holds every table to one of its three lists, and the schema to the rules that each list asks for.

-- Distributed by the hash of the record's id, and placed together.
SELECT create_distributed_table('record', 'id');
SELECT create_distributed_table('record_version', 'record_id', colocate_with => 'record');
SELECT create_distributed_table('record_person', 'record_id', colocate_with => 'record');
SELECT create_distributed_table('reading', 'record_id', colocate_with => 'record');
SELECT create_distributed_table('posting', 'record_id', colocate_with => 'record');
SELECT create_distributed_table('unread_text', 'record_id', colocate_with => 'record');
SELECT create_distributed_table('pair_evidence', 'record_id', colocate_with => 'record');
SELECT create_distributed_table('judgement', 'record_id', colocate_with => 'record');
SELECT create_distributed_table('release_record', 'record_id', colocate_with => 'record');
SELECT create_distributed_table('review_pair', 'record_id', colocate_with => 'record');
SELECT create_distributed_table('review_assignment', 'record_id', colocate_with => 'record');
SELECT create_distributed_table('second_opinion', 'record_id', colocate_with => 'record');

-- Distributed by the import, and placed together.
SELECT create_distributed_table('upload_chunk', 'import_id', colocate_with => 'none');
SELECT create_distributed_table('import_reject', 'import_id', colocate_with => 'upload_chunk');

-- Copied whole to every node.
SELECT create_reference_table('installation');
SELECT create_reference_table('agency');
SELECT create_reference_table('account');
SELECT create_reference_table('account_role');
SELECT create_reference_table('visibility');
SELECT create_reference_table('source');
SELECT create_reference_table('import_run');
SELECT create_reference_table('import_judgement');
SELECT create_reference_table('import_profile');
SELECT create_reference_table('vocabulary_decision');
SELECT create_reference_table('vocabulary_pack');
SELECT create_reference_table('vocabulary_pack_row');
SELECT create_reference_table('renewal');
SELECT create_reference_table('class_tally');
SELECT create_reference_table('saved_item');
SELECT create_reference_table('pointer');
SELECT create_reference_table('pointer_told');
SELECT create_reference_table('desk_question');
SELECT create_reference_table('desk_question_addressee');
SELECT create_reference_table('desk_answer');
SELECT create_reference_table('release');
SELECT create_reference_table('notice');
SELECT create_reference_table('oversight_finding');
SELECT create_reference_table('oversight_waiting');
SELECT create_reference_table('match_run_tally');
SELECT create_reference_table('learned_model');
SELECT create_reference_table('model_approval');
SELECT create_reference_table('quality_notice');
SELECT create_reference_table('quality_sample');
SELECT create_reference_table('quality_sample_pair');
SELECT create_reference_table('trace_request');
SELECT create_reference_table('trace_form');
SELECT create_reference_table('trace_transition');
SELECT create_reference_table('trace_reply');
SELECT create_reference_table('trace_permission');
SELECT create_reference_table('trace_finding');
SELECT create_reference_table('trace_closing');
SELECT create_reference_table('trace_approval');
SELECT create_reference_table('trace_terms');
SELECT create_reference_table('trace_mark');
SELECT create_reference_table('trace_record');
SELECT create_reference_table('trace_contact');
SELECT create_reference_table('law_text');
SELECT create_reference_table('recovery');
SELECT create_reference_table('recovery_version');
SELECT create_reference_table('recovery_person');
SELECT create_reference_table('recovery_country');
SELECT create_reference_table('exhibit');
SELECT create_reference_table('ballistic_item');
SELECT create_reference_table('ballistic_item_version');
SELECT create_reference_table('ballistic_result');
SELECT create_reference_table('ballistic_referral');
SELECT create_reference_table('custody_event');
SELECT create_reference_table('custody_answer');
SELECT create_reference_table('custody_outside');
SELECT create_reference_table('custody_explanation');
SELECT create_reference_table('custody_order');
SELECT create_reference_table('custody_hold');
SELECT create_reference_table('custody_hold_lift');
SELECT create_reference_table('custody_lineage');
SELECT create_reference_table('custody_seal');
SELECT create_reference_table('custody_standing');
SELECT create_reference_table('storage_place');
SELECT create_reference_table('stocktake');
SELECT create_reference_table('stocktake_scan');
SELECT create_reference_table('stocktake_scan_withdrawal');
SELECT create_reference_table('stocktake_report');
SELECT create_reference_table('disposal');
SELECT create_reference_table('disposal_witness');
SELECT create_reference_table('disposal_exhibit');
SELECT create_reference_table('disposal_signature');
SELECT create_reference_table('disposal_withdrawal');
SELECT create_reference_table('clearance_question');
SELECT create_reference_table('clearance_handle');
SELECT create_reference_table('clearance_answer');
SELECT create_reference_table('clearance_hold');
SELECT create_reference_table('clearance_let_go');
SELECT create_reference_table('evidence_file');
SELECT create_reference_table('evidence_file_part');
SELECT create_reference_table('evidence_file_copy');
SELECT create_reference_table('original_grant');
SELECT create_reference_table('exhibit_examination');
SELECT create_reference_table('recovery_join');
SELECT create_reference_table('paper_form');
SELECT create_reference_table('partner');
SELECT create_reference_table('partner_certificate');
SELECT create_reference_table('partner_key');
SELECT create_reference_table('agreement');
SELECT create_reference_table('outbox_message');
SELECT create_reference_table('inbox_message');
SELECT create_reference_table('delivery');
SELECT create_reference_table('sharing_grant');
SELECT create_reference_table('dissemination');
SELECT create_reference_table('correction');
SELECT create_reference_table('correction_notice');
SELECT create_reference_table('received_correction');
SELECT create_reference_table('correction_settlement');
SELECT create_reference_table('key_change');
SELECT create_reference_table('declared_restore');
SELECT create_reference_table('key_change_notice');
SELECT create_reference_table('offered_key_change');
SELECT create_reference_table('own_certificate');
SELECT create_reference_table('told_stop');
SELECT create_reference_table('compartment');
SELECT create_reference_table('compartment_member');
SELECT create_reference_table('case_file');
SELECT create_reference_table('case_entry');
SELECT create_reference_table('case_name');
SELECT create_reference_table('case_document');
SELECT create_reference_table('case_document_part');
SELECT create_reference_table('case_graph');
SELECT create_reference_table('thing');
SELECT create_reference_table('thing_value');
SELECT create_reference_table('tie');
SELECT create_reference_table('thing_judgement');
SELECT create_reference_table('thing_erasure');
SELECT create_reference_table('struck_words');
SELECT create_reference_table('deconfliction_question');
SELECT create_reference_table('planned_operation');
SELECT create_reference_table('deconfliction_meeting');
SELECT create_reference_table('deconfliction_told');
SELECT create_reference_table('deconfliction_introduction');
SELECT create_reference_table('deconfliction_declined');
SELECT create_reference_table('deconfliction_count');
SELECT create_reference_table('partner_agency');
SELECT create_reference_table('private_epoch');
SELECT create_reference_table('private_filter');
SELECT create_reference_table('private_count');
SELECT create_reference_table('private_evaluation');
SELECT create_reference_table('private_stop');
SELECT create_reference_table('private_alarm');
SELECT create_reference_table('private_received');
SELECT create_reference_table('private_ask');

-- Local to the coordinator.
-- local: schema_migration
-- local: sign_in_link
-- local: session
-- local: access_token
-- local: account_sign_in
-- local: passkey
-- local: account_password
-- local: second_factor
-- local: sign_in_ticket
-- local: sign_in_throttle
-- local: role_request
-- local: audit_entry
-- local: audit_queue
-- local: ledger_leaf
-- local: ledger_frontier
-- local: ledger_checkpoint
-- local: ledger_key
-- local: exchange_entry
-- local: exchange_queue
-- local: exchange_leaf
-- local: exchange_frontier
-- local: exchange_checkpoint
-- local: exchange_ledger_key
-- local: exchange_witness
-- local: exchange_cosignature
-- local: exchange_dispute
-- local: witnessed_ledger
-- local: witnessed_checkpoint
-- local: witness_refusal
-- local: match_queue
-- local: match_again
-- local: match_run
-- local: match_partition
-- local: review_round
