declare module '*.svelte' {
  import type { Component } from 'svelte';

  const component: Component<Record<string, never>, { show: (step: number) => void }>;
  export default component;
}
