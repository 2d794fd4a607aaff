import type { CSSProperties } from 'react'

/** Figures for the style sheet: on the screen and, apart, in print, where the line is shorter. */
export function figuresFor(screen: Readonly<Record<string, number | string>>, print: typeof screen): CSSProperties {
  const named = [
    ...Object.entries(screen).map(([name, value]) => [`--screen-${name}`, value] as const),
    ...Object.entries(print).map(([name, value]) => [`--print-${name}`, value] as const),
  ]
  return Object.fromEntries(named) as CSSProperties
}

/** Where something stands along the line, from its beginning in the direction of the script. */
export const along = (start: number, end?: number): CSSProperties => ({
  insetInlineStart: `${start}%`,
  ...(end === undefined ? {} : { inlineSize: `${Math.max(0, end - start)}%` }),
})
