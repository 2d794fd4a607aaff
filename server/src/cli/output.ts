import { once } from 'node:events'

/** Writes a line of an answer; `--json` answers are lines too, so that programs can read them as they come. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Writes text as it stands, and waits where whoever reads it is slower. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** Writes a line for the person at the terminal, apart from the answer. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value))
}

/** Replaces the line of progress that stands on a terminal; writes nothing where there is none. */
export function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${line}`)
}

export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K')
}

/** What somebody typed into a form cannot break a line or move the cursor of a terminal. */
export const oneLine = (text: string | null): string => (text ?? '').replaceAll(/\p{Cc}+/gu, ' ')
