/** What a workspace says of itself, as far as its package says it too. */
export interface WorkspaceManifest {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly description: string
  readonly dependencies?: Readonly<Record<string, string>>
}

/**
 * What the package of a workspace says of itself. Its files are imported by the same names, but are JavaScript with
 * types beside it, since Node.js strips no types below node_modules.
 */
export function packageOf({ name, version, license, description, dependencies = {} }: WorkspaceManifest) {
  return {
    name,
    version,
    license,
    description,
    type: 'module',
    engines: { node: '>=24' },
    exports: { './*': { types: './src/*.d.ts', default: './src/*.js' } },
    dependencies,
  }
}
