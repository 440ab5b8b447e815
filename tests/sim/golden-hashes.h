  {1, 0x0fe11baaf96bee9au, 0x53fab20665d3f6bau},
  {2, 0x44f646b40a3ea123u, 0x5d56b3fcbbf4ad8bu},
  {7, 0xe315304d94d1e736u, 0x1ecab4ccb609dad8u},
