/** npm as the command to spawn: the one that runs us, else by name. */
export function npmCommand(): [command: string, ...before: string[]] {
  const npm = process.env.npm_execpath
  if (npm && /npm-cli\.c?js$/.test(npm)) return [process.execPath, npm]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}
