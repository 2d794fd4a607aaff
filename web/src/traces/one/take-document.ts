import { AnswerError } from '@proofmark/contract/client'
import type { ErrorBody } from '@proofmark/contract/errors'
import { PATHS } from '@proofmark/contract/paths'
import { GROUNDS } from '../grounds.ts'

/** In which forms, languages and for whom a document of a trace may be asked. */
export const FORMS = ['pdf', '3312', 'iarms', 'json'] as const
export const LANGUAGES = { en: 'English', fr: 'Français', es: 'Español', ar: 'العربية' } as const
export const AUDIENCES = ['addressee', 'agency', 'onward', 'court'] as const

export interface DocumentAsked {
  readonly trace: string
  readonly form: (typeof FORMS)[number]
  readonly of: 'request' | 'reply'
  readonly language: keyof typeof LANGUAGES
  readonly audience: (typeof AUDIENCES)[number]
}

const paths: Readonly<Record<string, { readonly path: string } | undefined>> = PATHS
const address = paths.traceDocument?.path

/** Does this installation set documents? */
export const SETS_DOCUMENTS = address !== undefined

/** Fetches a document and hands it to the browser to keep. Throws AnswerError. */
export async function takeDocument(asked: DocumentAsked): Promise<void> {
  if (address === undefined) throw new AnswerError(0, 'unexpected', '', {})
  const answer = await fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
    body: JSON.stringify({ ...asked, grounds: GROUNDS }),
  }).catch(() => {
    throw new AnswerError(0, 'unreachable', '', {})
  })
  if (!answer.ok) {
    const failure = (await answer.json().catch(() => null)) as ErrorBody | null
    const { code, message, parameters } = failure?.error ?? { code: 'unexpected' as const, message: '', parameters: {} }
    throw new AnswerError(answer.status, code, message, parameters)
  }
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download =
    /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? `trace.${asked.form}`
  link.click()
  URL.revokeObjectURL(url)
}
