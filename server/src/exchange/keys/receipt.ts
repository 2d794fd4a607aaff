import { type ReceiptPayload, receiptPayload } from '@proofmark/contract/schemas/exchange-signature'
import { canonicalJson } from '@proofmark/proofs/canonical'
import { CompactSign, compactVerify, decodeProtectedHeader } from 'jose'
import type { NodeKeys } from './node-keys.ts'
import { keyName, publicKeyOf } from './raw-keys.ts'

export const RECEIPT_LIMIT = 4_096

/** The receipt that this node gives for a message that it stored: a compact JWS over canonical JSON. */
export async function signReceipt(
  keys: NodeKeys,
  received: Omit<ReceiptPayload, 'form' | 'recipient'>,
): Promise<string> {
  const payload: ReceiptPayload = { form: 'proofmark-receipt-1', recipient: keys.node, ...received }
  return new CompactSign(canonicalJson(payload))
    .setProtectedHeader({ alg: 'EdDSA', typ: 'proofmark-receipt-1', kid: keys.messageKey })
    .sign(keys.message)
}

/** What a receipt says, if one of these public keys signed it; null for anything else. */
export async function readReceipt(receipt: string, keys: readonly Uint8Array[]): Promise<ReceiptPayload | null> {
  if (receipt.length > RECEIPT_LIMIT) return null
  try {
    const { kid } = decodeProtectedHeader(receipt)
    const key = keys.find((each) => keyName(each) === kid)
    if (!key) return null
    const { payload } = await compactVerify(receipt, publicKeyOf('Ed25519', key), { algorithms: ['EdDSA'] })
    return receiptPayload.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)))
  } catch {
    return null
  }
}
