import type { Generated } from 'kysely'
import type { Int8, Json, Stamp } from './column-types.ts'

/** Who there is, what they may, how they sign in, and the log of what they did. */
export interface AccessTables {
  installation: {
    singleton: number
    id: string
    name: string
    country: string | null
    demonstration: boolean
    created_at: Stamp
  }
  agency: {
    id: string
    name: string
    country: string | null
    desk: string
    created_at: Stamp
    deconfliction_account_id: string | null
    oversight_account_id: string | null
  }
  account: {
    id: string
    agency_id: string | null
    name: string
    kind: 'person' | 'installer' | 'process'
    disabled_at: Date | null
    created_at: Stamp
  }
  account_role: { account_id: string; role: string }
  visibility: {
    id: Generated<number>
    agency_id: string
    source_visibility: 'open' | 'pointer' | 'silent'
    handling: 'H0' | 'H1' | 'H2' | 'H3'
    readers: Generated<string[]>
    reader_ends: Generated<Date[]>
    compartment_id: string | null
  }
  sign_in_link: {
    token_sha256: Buffer
    account_id: string
    kind: 'first_administrator' | 'demonstration' | 'invitation' | 'reset'
    expires_at: Date | null
    used_at: Date | null
  }
  session: {
    token_sha256: Buffer
    account_id: string
    opened_at: Generated<Date>
    expires_at: Date
    revoked_at: Date | null
    id: Generated<string>
    opened_by: 'first_administrator' | 'demonstration' | 'invitation' | 'reset' | 'password' | 'passkey'
    last_seen_at: Generated<Date>
    browser: string | null
  }
  access_token: {
    token_sha256: Buffer
    account_id: string
    name: string
    expires_at: Date
    revoked_at: Date | null
    id: Generated<string>
    issued_at: Generated<Date>
    last_used_at: Date | null
  }
  account_sign_in: {
    account_id: string
    confirmation_code: string | null
    link_issued_by: string | null
    last_sign_in_at: Date | null
    first_enrolled_at: Date | null
  }
  passkey: {
    id: string
    account_id: string
    credential_id: string
    public_key: Buffer
    counter: Int8
    transports: string[]
    host: string
    name: string
    backed_up: boolean
    added_at: Date
    last_used_at: Date | null
  }
  account_password: { account_id: string; verifier: string; set_at: Date }
  second_factor: { account_id: string; sealed_secret: Buffer; last_step: Int8; set_at: Date }
  sign_in_ticket: {
    token_sha256: Buffer
    kind: 'second_factor' | 'passkey_sign_in' | 'passkey_add' | 'second_factor_set'
    account_id: string | null
    content: Buffer | null
    expires_at: Date
  }
  sign_in_throttle: { key: Buffer; refusals: number; last_at: Date; wait_until: Date | null; told: Generated<boolean> }
  role_request: {
    id: string
    account_id: string
    role: string
    requested_by: string
    requested_at: Date
    wrong_codes: Generated<number>
    verdict: 'confirmed' | 'refused' | 'withdrawn' | null
    decided_by: string | null
    decided_at: Date | null
  }
  audit_entry: {
    id: string
    recorded_at: Stamp
    actor: string
    agency: string | null
    action: string
    outcome: 'done' | 'refused' | 'failed'
    purpose: string | null
    subjects: string[]
    body_commitment: Buffer
    body: Json<Record<string, unknown>> | null
    salt: Buffer | null
    erased_under: string | null
  }
  audit_queue: { entry_id: string }
  ledger_leaf: { index: Int8; entry_id: string; leaf_hash: Buffer }
  ledger_frontier: { singleton: number; size: Int8; hashes: Buffer[] }
  ledger_checkpoint: { size: Int8; note: string; created_at: Stamp }
  ledger_key: { key: string; since: Stamp }
  schema_migration: { number: number; name: string; checksum: string; applied_at: Stamp }
}
