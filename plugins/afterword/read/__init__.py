"""From bytes to typed objects. Nothing below this package reads YAML or Markdown again."""
