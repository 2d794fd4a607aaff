import { createHash } from 'node:crypto'
import type { Model } from '../model.ts'
import {
  type Approval,
  FORMAT,
  FORMAT_VERSIONS,
  formatVersionOf,
  type ModelContent,
  readEnvelope,
} from './model-content.ts'
import { ModelFileError, refuse } from './reading.ts'
import { stableText } from './stable-text.ts'

/** A model as a file has it: what was learned, from what, how it bears out, and who approved it where. */
export interface ModelFile {
  readonly version: string
  readonly content: ModelContent
  readonly approvals: readonly Approval[]
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The version of a model is made of what it says. */
export const versionOf = (content: ModelContent): string => `m-${sha256(stableText(content)).slice(0, 16)}`

const sealed = ({ version, content, approvals }: ModelFile) => ({
  format: FORMAT,
  formatVersion: formatVersionOf(content),
  version,
  content,
  approvals,
})

/** The small readable file of a model: the same model is the same text. */
export function writeModelFile(file: ModelFile): string {
  const all = sealed(file)
  return `${stableText({ ...all, sum: sha256(stableText(all)) }, 2)}\n`
}

/** No model is larger; what is, is not read at all. */
export const LARGEST_MODEL = 4_000_000

function parsed(text: string): unknown {
  if (text.length > LARGEST_MODEL)
    throw new ModelFileError('file', `${text.length} characters`, `at most ${LARGEST_MODEL}`)
  try {
    return JSON.parse(text)
  } catch {
    throw new ModelFileError('file', text.slice(0, 20), 'JSON')
  }
}

/** The format first: of a later one nothing else can be said. */
function needFormat(value: unknown): void {
  const { format, formatVersion } = Object(value) as { readonly format?: unknown; readonly formatVersion?: unknown }
  if (format !== FORMAT) refuse('format', format, JSON.stringify(FORMAT))
  if (!FORMAT_VERSIONS.some((known) => known === formatVersion))
    refuse('formatVersion', formatVersion, FORMAT_VERSIONS.join(' or '))
}

/**
 * Reads a file that may come from anybody. Throws {@link ModelFileError} for whatever is not a model of this format,
 * whole and unaltered, and nothing else.
 */
export function readModelFile(text: string): ModelFile {
  const value = parsed(text)
  needFormat(value)
  const { formatVersion, version, content, approvals, sum } = readEnvelope(value, '')
  if (formatVersion !== formatVersionOf(content))
    refuse('formatVersion', formatVersion, `${formatVersionOf(content)}, which its content asks for`)
  const file = { version, content, approvals }
  if (versionOf(content) !== version) refuse('version', version, `${versionOf(content)}, which its content makes`)
  const own = sha256(stableText(sealed(file)))
  return own === sum ? file : refuse('sum', sum, `${own}, which the rest makes`)
}

/** The model as records are weighed by it. */
export const modelOf = ({ version, content }: Pick<ModelFile, 'version' | 'content'>): Model => ({
  version,
  recorded: content.recorded,
  ...content.shares,
  between: content.between,
})
