'use strict'
// Answers each line of JSON on standard input with one on standard output; bytes are hex.
//   {"op": "identity", "seed", "message"}              -> {"public", "private", "signature"}
//   {"op": "read", "private", "message"}               -> the same for a private key string of ours
//   {"op": "verify", "public", "message", "signature"} -> {"verified"}
//   {"op": "apiSignature", "secret", "millis"}         -> {"sig", "msg"} as createAPISig makes them
const readline = require('readline')
const { PrivateKey, PublicKey } = require('@textile/crypto')
const { createAPISig } = require('@textile/security')

const bytes = hex => Uint8Array.from(Buffer.from(hex, 'hex'))
const hex = array => Buffer.from(array).toString('hex')

const identity = async (key, message) => ({
  public: key.public.toString(),
  private: key.toString(),
  signature: hex(await key.sign(bytes(message)))
})

const answers = {
  identity: line => identity(PrivateKey.fromRawEd25519Seed(bytes(line.seed)), line.message),
  read: line => identity(PrivateKey.fromString(line.private), line.message),
  verify: async line => ({
    verified: await PublicKey.fromString(line.public).verify(bytes(line.message), bytes(line.signature))
  }),
  apiSignature: line => createAPISig(line.secret, new Date(line.millis))
}

const lines = readline.createInterface({ input: process.stdin })
;(async () => {
  for await (const text of lines) {
    const line = JSON.parse(text)
    process.stdout.write(JSON.stringify(await answers[line.op](line)) + '\n')
  }
})()
