/** Why a file is no model of ours: where in it, what stands there, and what would be accepted. */
export class ModelFileError extends Error {
  readonly path: string
  readonly found: string
  readonly accepted: string
  constructor(path: string, found: string, accepted: string) {
    super(`${path}: ${found} is not ${accepted}`)
    this.name = 'ModelFileError'
    this.path = path
    this.found = found
    this.accepted = accepted
  }
}

/** Reads a value found at a path, or throws {@link ModelFileError}. */
export type Read<Value> = (value: unknown, path: string) => Value

const LONGEST_SHOWN = 60

/** What stands there, cut short: it comes from a stranger. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? typeof value)
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}

export function refuse(path: string, value: unknown, accepted: string): never {
  throw new ModelFileError(path, shown(value), accepted)
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A number within bounds, these included. */
export const numberWithin =
  (least: number, most: number): Read<number> =>
  (value, path) =>
    typeof value === 'number' && value >= least && value <= most
      ? value
      : refuse(path, value, `a number from ${least} to ${most}`)

/** A share that something is divided or multiplied by: neither nothing nor everything. */
export const share: Read<number> = numberWithin(1e-6, 1 - 1e-6)

export const whole: Read<number> = (value, path) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : refuse(path, value, 'a whole number from 0')

export const textOf =
  (shape: RegExp, accepted: string): Read<string> =>
  (value, path) =>
    typeof value === 'string' && shape.test(value) ? value : refuse(path, value, accepted)

export const orNull =
  <Value>(read: Read<Value>): Read<Value | null> =>
  (value, path) =>
    value === null ? null : read(value, path)

export const exactly =
  <Value extends string | number>(wanted: Value): Read<Value> =>
  (value, path) =>
    value === wanted ? wanted : refuse(path, value, JSON.stringify(wanted))

export const listOf =
  <Value>(read: Read<Value>, most: number): Read<readonly Value[]> =>
  (value, path) => {
    if (!Array.isArray(value) || value.length > most) return refuse(path, value, `a list of at most ${most}`)
    return value.map((each, at) => read(each, `${path}[${at}]`))
  }

type Named<Names extends Readonly<Record<string, Read<unknown>>>> = {
  readonly [Name in keyof Names]: ReturnType<Names[Name]>
}

/** An object of exactly these names, of which those in `later` may be missing and are then left out. */
export const object =
  <
    Names extends Readonly<Record<string, Read<unknown>>>,
    Later extends Readonly<Record<string, Read<unknown>>> = Record<never, never>,
  >(
    always: Names,
    later?: Later,
  ): Read<Named<Names> & Partial<Named<Later>>> =>
  (value, path) => {
    const names: Readonly<Record<string, Read<unknown>>> = { ...always, ...later }
    if (!isObject(value)) return refuse(path, value, `an object of ${Object.keys(names).join(', ')}`)
    const under = (name: string) => (path === '' ? name : `${path}.${name}`)
    const stranger = Object.keys(value).find((name) => !Object.hasOwn(names, name))
    if (stranger !== undefined)
      return refuse(under(stranger.slice(0, LONGEST_SHOWN)), value[stranger], `one of ${Object.keys(names).join(', ')}`)
    const told = Object.entries(names).filter(([name]) => Object.hasOwn(always, name) || value[name] !== undefined)
    const entries = told.map(([name, read]) => [name, read(value[name], under(name))] as const)
    return Object.fromEntries(entries) as Named<Names> & Partial<Named<Later>>
  }

/** An object of any names of one kind. */
export const byName =
  <Value>(
    isName: (name: string) => boolean,
    accepted: string,
    read: Read<Value>,
  ): Read<Readonly<Record<string, Value>>> =>
  (value, path) => {
    if (!isObject(value)) return refuse(path, value, `an object by ${accepted}`)
    const wrong = Object.keys(value).find((name) => !isName(name))
    if (wrong !== undefined) return refuse(path, wrong, accepted)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, read(each, `${path}.${name}`)]))
  }
