declare module '*.css'
declare module '@payloadcms/next/css'
