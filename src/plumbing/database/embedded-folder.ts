import { closeSync, fsyncSync, openSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Stream = { nfd?: number; node: unknown }
type NodeFiles = {
  realPath(node: unknown): string
  stream_ops: { fsync?: (stream: Stream) => number }
}

/**
 * PGlite's folder on disk with an fsync that reaches the disk: as it comes, a power cut loses acknowledged
 * transactions. This patches an inside of the WebAssembly build, so a test counts the calls.
 */
export function durableFolder(folder: string) {
  let calls = 0
  const fsync = (files: NodeFiles) => (stream: Stream) => {
    calls++
    if (stream.nfd !== undefined) fsyncSync(stream.nfd)
    else syncFolder(files.realPath(stream.node))
    return 0
  }
  const fs = new NodeFS(folder)
  const init = fs.init.bind(fs)
  fs.init = async (pg, options) => {
    const { emscriptenOpts } = await init(pg, options)
    const patch = (module: { FS: { filesystems: { NODEFS: NodeFiles } } }) => {
      const files = module.FS.filesystems.NODEFS
      files.stream_ops.fsync = fsync(files)
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...emscriptenOpts.preRun!, patch as never] } }
  }
  return { fs, fsyncs: () => calls }
}

/** A created or renamed file survives a power cut only when its folder is synced too. */
export function syncFolder(folder: string) {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
