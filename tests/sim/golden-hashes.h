  {1, 0xabf127c2b4a3b8ceu, 0xb12e5897d9fa8cf8u},
  {2, 0xde81df95b6185d9fu, 0x76af08ceccac5595u},
  {7, 0x60c8a70302f8722eu, 0x1f68fd605ecfedb3u},
