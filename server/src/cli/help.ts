import type { Say } from '@proofmark/contract/messages'
import { type CommandName, USAGE } from './usage.ts'

/** The commands by the desk that works with them, in the order of a record’s way. */
export const DESKS = {
  record: [
    'source',
    'import',
    'imports',
    'profile',
    'vocabulary',
    'reread',
    'read',
    'enter',
    'records',
    'search',
    'persons',
  ],
  match: ['find', 'link', 'matches', 'review', 'why-not', 'model', 'quality'],
  trace: ['life', 'trace', 'court-text', 'law', 'contact', 'oversight'],
  custody: ['recovery', 'custody', 'bundle', 'ballistic'],
  cases: ['case', 'thing', 'connect', 'hands', 'suppliers', 'consignment', 'deconflict', 'operation'],
  exchange: ['pointer', 'questions', 'release', 'ask', 'partner', 'outbox', 'inbox', 'grant', 'correction', 'ledger'],
  access: ['account', 'agency', 'officer', 'token', 'sign-ins', 'log'],
  keeping: ['serve', 'backup', 'restore', 'keys', 'verify', 'doctor'],
} as const satisfies Readonly<Record<string, readonly CommandName[]>>

/** The lines of a text of at most so many columns, those after the first further in. A word longer than a line has one to itself. */
export function wrapped(text: string, columns: number, first: string, further: string): string {
  const lines: string[] = []
  let line = first
  for (const word of text.split(' ')) {
    const begins = line === first || line === further
    if (!begins && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = further + word
    } else line += begins ? word : ` ${word}`
  }
  return [...lines, line].join('\n')
}

/** The ways in which a command is called, each by itself. */
export const formsOf = (command: CommandName): string[] => USAGE[command].split(' · ')

/** The words that a form begins with after its command: `custody campaign show|sign …` is called by either. */
function isCalledBy(form: string, words: readonly string[]): boolean {
  const parts = form.split(' ').slice(2)
  return words.every((word, at) => parts[at]?.replaceAll(/[[\]]/g, '').split('|').includes(word))
}

/** Those forms of a command that begin with these words; all of them where none does. */
export function formsBy(command: CommandName, words: readonly string[]): string[] {
  const forms = formsOf(command)
  const meant = forms.filter((form) => isCalledBy(form, words))
  return meant.length > 0 ? meant : forms
}

const firstSentence = (text: string): string => /^.*?[.؟](?=\s|$)/su.exec(text)?.[0] ?? text

/** All commands, by desk, each with what it is for in a sentence. */
export function helpOfAll(say: Say, columns: number): string {
  const widest = Math.max(...Object.keys(USAGE).map((name) => name.length))
  const listed = Object.entries(DESKS).map(([desk, names]) =>
    [
      say(`shell.help.${desk}`),
      ...names.map((name) =>
        wrapped(firstSentence(say(`usage.${name}`)), columns, `  ${name.padEnd(widest)}  `, ' '.repeat(widest + 4)),
      ),
    ].join('\n'),
  )
  return [wrapped(say('shell.help.how'), columns, '', ''), ...listed, wrapped(say('shell.help'), columns, '', '')].join(
    '\n\n',
  )
}

const TOGETHER = '\u00a0'
/** A form over several lines, with what stands in one pair of brackets on one. */
const shownForm = (form: string, columns: number): string =>
  wrapped(
    form.replaceAll(/\[[^[\]]*\]/g, (option) => option.replaceAll(' ', TOGETHER)),
    columns,
    '  ',
    '      ',
  ).replaceAll(TOGETHER, ' ')

/** What a command is for and how it is called; with words after it, how that part of it is. */
export function helpOf(say: Say, command: CommandName, words: readonly string[], columns: number): string {
  const forms = formsBy(command, words).map((form) => shownForm(form, columns))
  return [wrapped(say(`usage.${command}`), columns, '', ''), ...forms].join('\n')
}
