/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    portal: import('#published/views.ts').Portal
  }
}
