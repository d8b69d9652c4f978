import { type Emulator, startEmulator } from '../emulator/server.ts'

/** How the embedded DingTalk is started from the command line. */
export interface EmulateOptions {
  readonly port?: number
  readonly seed?: 'empty' | 'demo' | number
  /** A file that keeps the company between runs. */
  readonly state?: string
}

/** Starts the embedded DingTalk on loopback. It runs until `close()`; what to print is in the result. */
export function emulate({ port, seed, state }: EmulateOptions): Promise<Emulator> {
  return startEmulator({
    ...(port !== undefined && { port }),
    ...(seed !== undefined && { seed }),
    ...(state !== undefined && { stateFile: state }),
  })
}
