  {1, 0xc6af0d012f38db5bu, 0xcc4e26a677d3cccau},
  {2, 0xaafb7c8582f7a82bu, 0xcce14646f07430d0u},
  {7, 0x17fdc4fdaad10318u, 0xe9934dc1f7e4cfb1u},
