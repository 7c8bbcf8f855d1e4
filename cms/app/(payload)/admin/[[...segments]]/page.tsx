import type { Metadata } from 'next'
import { RootPage, generatePageMetadata } from '@payloadcms/next/views'
import { runningConfig } from '../../running-config.ts'
import { importMap } from '../importMap.js'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

export const generateMetadata = ({ params, searchParams }: Args): Promise<Metadata> =>
  generatePageMetadata({ config: runningConfig(), params, searchParams })

export default function Page({ params, searchParams }: Args) {
  return RootPage({ config: runningConfig(), params, searchParams, importMap })
}
