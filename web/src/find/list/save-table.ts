import { AnswerError, addressOf } from '@proofmark/contract/client'
import type { ErrorBody } from '@proofmark/contract/errors'
import { PATHS } from '@proofmark/contract/paths'

/**
 * Asks for a list as a table and gives it to the reader as a file, byte for byte: read as text it would lose the mark by
 * which spreadsheets know its encoding. Throws an AnswerError.
 */
export async function saveTable(content: Blob | string, query: Readonly<Record<string, string>>): Promise<void> {
  const { method, path } = PATHS.findListTable
  const headers = { 'content-type': 'text/csv', 'accept-language': document.documentElement.lang }
  const unreachable = () => {
    throw new AnswerError(0, 'unreachable', '', {})
  }
  const answer = await fetch(addressOf(path, query), { method, headers, body: content }).catch(unreachable)
  if (!answer.ok) {
    const body = (await answer.json().catch(() => null)) as ErrorBody | null
    const { code, message, parameters } = body?.error ?? { code: 'unexpected' as const, message: '', parameters: {} }
    throw new AnswerError(answer.status, code, message, parameters)
  }
  // An answer that breaks off is no table.
  const address = URL.createObjectURL(await answer.blob().catch(unreachable))
  const link = document.createElement('a')
  link.href = address
  link.download = 'found.csv'
  link.click()
  URL.revokeObjectURL(address)
}
