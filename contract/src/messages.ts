import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { DocumentLanguage } from './locales.ts'

export type Catalogue = Readonly<Record<string, string>>
export type MessageParameters = Readonly<Record<string, unknown>>

/** A sentence that a rule asks for: its place in the catalogue and what stands in it. */
export interface Message {
  readonly id: string
  readonly parameters: MessageParameters
}

/** Puts messages into words, in one language. */
export type Say = (id: string, parameters?: MessageParameters) => string

/** French sets a space before its high signs, at which no line may end. */
const keepTogether = (message: string): string =>
  message.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/(?<=«) /g, '\u00a0')

/**
 * A speaker of one language over its catalogue of ICU messages. An identifier that the catalogue lacks comes back as
 * itself, so that a gap is seen and nothing breaks; a test keeps the catalogues without gaps.
 */
export function createSay(locale: DocumentLanguage, catalogue: Catalogue): Say {
  const i18n = setupI18n({ locale, messages: { [locale]: { ...catalogue } } })
  i18n.setMessagesCompiler((message) => compileMessage(locale === 'fr' ? keepTogether(message) : message))
  return (id, parameters) => i18n._(id, parameters as Record<string, unknown> | undefined)
}
