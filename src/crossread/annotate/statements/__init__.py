"""Who said what: quotation chains, speakers, indirect speech."""
