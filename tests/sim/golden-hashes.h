  {1, 0x6a1497ee32b29fe8u, 0x31d6c2cffe9f4adcu},
  {2, 0x3eb9c64d28afb128u, 0xcff5ced96e33864eu},
  {7, 0x71951402bcfabf59u, 0x9b54f0e9f47b8fa3u},
