/** How a text file is written: found from its first bytes, unless the reader of the file says otherwise. */
export interface TextForm {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  readonly delimiter: ',' | ';' | '\t' | '|'
}

const DELIMITERS = [',', ';', '\t', '|'] as const

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // The sample may end within a character, so decoding as a stream keeps the last bytes back.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function findEncoding(sample: Uint8Array): TextForm['encoding'] {
  const [first, second] = sample
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return isUtf8(sample) ? 'utf-8' : 'windows-1252'
}

/** The delimiter that stands most often in the heading, outside quotes; a comma where none stands. */
function findDelimiter(text: string): TextForm['delimiter'] {
  const counts = new Map<string, number>()
  let quoted = false
  for (const character of text) {
    if (character === '"') quoted = !quoted
    else if (!quoted && (character === '\n' || character === '\r')) break
    else if (!quoted) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  return DELIMITERS.reduce((best, each) => ((counts.get(each) ?? 0) > (counts.get(best) ?? 0) ? each : best))
}

/** The form of a text whose first bytes are these; 64 kB are enough. */
export function findTextForm(sample: Uint8Array): TextForm {
  const encoding = findEncoding(sample)
  const text = new TextDecoder(encoding).decode(sample.subarray(0, 65_536), { stream: true })
  return { encoding, delimiter: findDelimiter(text) }
}
