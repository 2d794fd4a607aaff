import { useState } from 'react'
import { usePrinting } from '../usePrinting.ts'

/** So many rows stand in a table at first: thousands take seconds to be set. */
const AT_FIRST = 300

interface Rows<Row> {
  readonly rows: readonly Row[]
  /** How many more there are. */
  readonly more: number
  readonly showAll: () => void
}

/** The first rows of a long table, until all are asked for, one further down is looked at, or they go to paper. */
export function useRows<Row>(all: readonly Row[], isLookedAt: (row: Row) => boolean): Rows<Row> {
  const [opened, setOpened] = useState(false)
  const printing = usePrinting()
  const isWhole = opened || printing || all.length <= AT_FIRST || all.findIndex(isLookedAt) >= AT_FIRST
  const rows = isWhole ? all : all.slice(0, AT_FIRST)
  return { rows, more: all.length - rows.length, showAll: () => setOpened(true) }
}
