import dgram from 'node:dgram'
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

function refuse(): never {
  throw new Error('The parser has no network.')
}

function refuseAll(methods: object): void {
  for (const [name, method] of Object.entries(Object.getOwnPropertyDescriptors(methods))) {
    const callable = typeof method.value === 'function' && method.writable === true
    if (callable && name !== 'constructor' && !/^[A-Z]/.test(name)) Reflect.set(methods, name, refuse)
  }
}

/**
 * Takes the network away from this process: connecting, listening, datagrams and names all throw, and with them TLS,
 * HTTP and fetch, which stand upon them. Node.js 24 has no permission for the network, so this is done by replacing the
 * functions, and is worth as much: it holds against any JavaScript that comes after it, such as a parser with a hole,
 * since --permission shuts the ways around it (native code, process.binding, other processes). It does not hold against
 * machine code that a fault of V8 lets in; against that an operator runs the server in a network of its own.
 */
export function sealNetwork(): void {
  net.Socket.prototype.connect = refuse
  net.Server.prototype.listen = refuse
  dgram.Socket.prototype.bind = refuse
  dgram.Socket.prototype.connect = refuse
  dgram.Socket.prototype.send = refuse
  for (const names of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) refuseAll(names)
  syncBuiltinESMExports()
}
