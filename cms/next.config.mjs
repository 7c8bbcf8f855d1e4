import path from 'node:path'
import { withPayload } from '@payloadcms/next/withPayload'
import { PHASE_PRODUCTION_BUILD } from 'next/constants.js'

const root = path.resolve(import.meta.dirname, '..')

/** Packages kept out of the bundle: one copy of Payload per process, so that errors keep their classes and the start stays small. */
const serverExternalPackages = [
  'payload',
  '@payloadcms/db-sqlite',
  '@payloadcms/db-mongodb',
  '@payloadcms/drizzle',
  '@payloadcms/graphql',
  '@payloadcms/translations',
  'libsql',
  '@libsql/client',
  'mongoose',
  'sharp',
  'nodemailer',
]

/** A build is made beside the one in use (`cms/commands/build-cms.ts` puts it in its place). */
const distDir = (phase) => (phase === PHASE_PRODUCTION_BUILD ? '.next-next' : '.next')

export default (phase) =>
  withPayload(
    {
      distDir: distDir(phase),
      outputFileTracingRoot: root,
      turbopack: { root },
      poweredByHeader: false,
      images: { unoptimized: true },
      typescript: { ignoreBuildErrors: true },
      serverExternalPackages,
    },
    { devBundleServerPackages: false },
  )
