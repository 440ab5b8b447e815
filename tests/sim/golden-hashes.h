  {1, 0xf7ee86cec6c49591u, 0x2f5ea4bbeacc075cu},
  {2, 0x99152a6969d30ed0u, 0x531466e9a57d6ba3u},
  {7, 0xd5b72d30b3bfd16cu, 0x3a59f22e2e8b420du},
