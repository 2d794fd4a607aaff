interface Dated<Code> {
  readonly code: Code
  readonly date?: string | undefined
  readonly note?: string | undefined
}

/** A list of codes, each with the day from which it was stated, with one more or without one that was chosen by mistake. */
export function dated<Code>(
  all: readonly Dated<Code>[],
  code: Code,
  isChosen: boolean,
  date: string | undefined,
): { code: Code; date?: string; note?: string }[] {
  const others = all.filter((each) => each.code !== code).map(plain)
  return isChosen ? [...others, date ? { code, date } : { code }] : others
}

const plain = <Code>({ code, date, note }: Dated<Code>) => ({
  code,
  ...(date === undefined ? {} : { date }),
  ...(note === undefined ? {} : { note }),
})
