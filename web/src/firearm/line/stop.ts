/** Makes something on the line a stop of the arrow keys. */
export type StopOf = (id: string) => {
  readonly 'data-stop': string
  readonly tabIndex: number
  readonly onFocus: () => void
}
