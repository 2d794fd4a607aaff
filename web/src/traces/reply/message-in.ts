/** What came of reading a file. */
export type ReadMessage =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly file: string; readonly message: object }
  | { readonly kind: 'wrong'; readonly file: string; readonly why: 'large' | 'not_json' | 'other_form' }

/** The largest file that is looked into; a message without its attachments is far smaller. */
const MOST_BYTES = 2_000_000

/** The message that a file holds, as far as this page can say; whether it fits the form, the server decides. */
export async function messageIn(file: File, what: 'trace-reply' | 'trace-request'): Promise<ReadMessage> {
  const wrong = (why: 'large' | 'not_json' | 'other_form'): ReadMessage => ({ kind: 'wrong', file: file.name, why })
  if (file.size > MOST_BYTES) return wrong('large')
  let message: unknown
  try {
    message = JSON.parse(await file.text())
  } catch {
    return wrong('not_json')
  }
  if (typeof message !== 'object' || message === null || !('what' in message) || message.what !== what)
    return wrong('other_form')
  return { kind: 'read', file: file.name, message }
}
