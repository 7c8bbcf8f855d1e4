import path from 'node:path'
import { withPayload } from '@payloadcms/next/withPayload'

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

export default withPayload(
  {
    outputFileTracingRoot: root,
    turbopack: { root },
    poweredByHeader: false,
    images: { unoptimized: true },
    typescript: { ignoreBuildErrors: true },
    serverExternalPackages,
  },
  { devBundleServerPackages: false },
)
